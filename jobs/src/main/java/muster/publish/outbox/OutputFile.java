package muster.publish.outbox;

import java.util.Objects;

/**
 * One file that is about to be published: which declared output it is, for whom, and where it lies in the night's
 * folder. A file has exactly one recipient (check R16), so a list of recipients is refused here, by its commas.
 *
 * @param outputId id of the {@link OutputDeclaration}
 * @param recipient one organisation code, or the name of one internal holder; never blank, never several
 * @param folder folder inside the night's folder, for example {@code worklists}; empty for the night's own folder
 * @param name file name, made by {@link OutputName}, or as the body whose format it is writes it; the sender's with
 *     {@code .ack.csv} for an acknowledgement
 */
public record OutputFile(String outputId, String recipient, String folder, String name) {

    /** An acknowledgement is called after the sender's file (rulings 3), odd characters as %XX. */
    private static final String ACKNOWLEDGEMENT = "[A-Za-z0-9_%][A-Za-z0-9._%~ -]*\\.ack\\.csv";

    public OutputFile {
        Objects.requireNonNull(outputId, "outputId");
        requireOneRecipient(outputId, recipient);
        requirePlainName(name);
        if (!folder.isEmpty()) {
            requirePlainName(folder);
        }
    }

    /** The path from the night's folder, with forward slashes: the name that the manifest uses. */
    public String path() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static void requireOneRecipient(String outputId, String recipient) {
        if (recipient == null || recipient.isBlank() || recipient.matches(".*[,;\\s].*")) {
            throw new IllegalArgumentException(
                    "Output '" + outputId + "' must name exactly one recipient for each file");
        }
    }

    private static void requirePlainName(String name) {
        boolean ours = name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") && !name.endsWith(".part");
        if (!ours && !name.matches(ACKNOWLEDGEMENT)) {
            throw new IllegalArgumentException("Not a name that the outbox takes: '" + name + "'");
        }
    }
}
