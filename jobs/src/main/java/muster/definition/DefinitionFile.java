package muster.definition;

/**
 * One file of the configuration in force.
 *
 * @param path below {@code config/}, with forward slashes
 * @param version as the file states it; empty where it states none
 * @param sha256 of its bytes, lower-case hex
 * @param fromHome whether it is the installation's own (HOME/config) rather than the one shipped
 */
public record DefinitionFile(String path, String version, String sha256, boolean fromHome) {}
