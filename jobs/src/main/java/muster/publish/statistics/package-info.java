/**
 * The arithmetic of published figures: percentages, intervals and thresholds from exact counts, and how a number is
 * written. Nothing here knows an area, a measure or a file, so every output shows one and the same figure.
 */
package muster.publish.statistics;
