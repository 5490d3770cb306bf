package io.sextant.cli;

import io.sextant.config.SettingsReference;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the setting that a flag sets. It also documents a flag that has no description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Sets {
  /** Returns the key of the setting, as {@link SettingsReference} has it. */
  String value();

  /** Returns the value of the setting; empty to take the value of the flag. */
  String to() default "";
}
