package io.sextant.cli;

import io.sextant.config.SettingsReference;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The setting that a flag sets, and that documents the flag unless it has a description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Sets {
  /** The key of the setting, as {@link SettingsReference} has it. */
  String value();

  /** What the setting becomes; empty for the value of the flag. */
  String to() default "";
}
