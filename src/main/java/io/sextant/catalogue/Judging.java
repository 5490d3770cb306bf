package io.sextant.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How patterns of a family are judged.
 *
 * @param key the family
 * @param judgedBy the {@link Score#column} that counts
 * @param nulls keys of the nulls that a head must all beat
 */
public record Judging(String key, @JsonProperty("judged_by") String judgedBy, List<String> nulls) {}
