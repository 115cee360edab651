package muster.publish.returned;

/**
 * How large a returned file may be.
 *
 * @param fileBytes as it lies in the folder
 * @param unpackedBytes all parts of a workbook together, unpacked
 * @param rows rows with content, of one sheet
 */
public record ReturnLimits(long fileBytes, long unpackedBytes, int rows) {}
