package io.sextant.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How the patterns of a family are judged.
 *
 * @param key the name of the family
 * @param judgedBy the {@link Score#column} by which they are judged
 * @param nulls the keys of the nulls that a head must all beat
 */
public record Judging(String key, @JsonProperty("judged_by") String judgedBy, List<String> nulls) {}
