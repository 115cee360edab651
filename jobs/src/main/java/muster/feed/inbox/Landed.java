package muster.feed.inbox;

import java.math.BigDecimal;

/**
 * What landing made of one file.
 *
 * @param read data rows, repeated headers included
 * @param data data rows, repeated headers left out
 * @param landed rows in the landing table
 * @param skipped lines that are no record
 * @param rejected lines refused
 * @param sourceSystem the one source system of the rows; null where the feed names none or no row landed
 * @param seconds from opening the file to its rows copied
 */
public record Landed(
        long read, long data, long landed, long skipped, long rejected, String sourceSystem, BigDecimal seconds) {}
