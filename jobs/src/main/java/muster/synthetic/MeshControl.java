package muster.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The control file that the MESH client lays beside a payload once it is complete ({@code feeds.md} 2.1). */
final class MeshControl {
    private MeshControl() {}

    /**
     * Writes {@code <name>.ctl} beside {@code <name>.dat}.
     *
     * @param workflow the workflow id under which the payload was sent
     * @param on the day it was transferred
     */
    static void write(Path payload, String workflow, String sender, LocalDate on) throws IOException {
        String name = payload.getFileName().toString();
        Path control = payload.resolveSibling(name.substring(0, name.length() - ".dat".length()) + ".ctl");
        write(control, "Data", workflow, sender, on, "00", "Transferred");
    }

    /** A report that something sent was not collected; what lies beside it is no data ({@code feeds.md} 2.1). */
    static void report(Path folder, int number, LocalDate on) throws IOException {
        Files.createDirectories(folder);
        Path control = folder.resolve("REPORT_%s_%02d.ctl".formatted(FeedFile.basic(on), number));
        write(control, "Report", "FAILSAFEALERT_1", "MESH", on, "14", "Not collected by the recipient");
        Files.writeString(
                control.resolveSibling(control.getFileName().toString().replace(".ctl", ".dat")), "");
    }

    private static void write(
            Path control, String type, String workflow, String sender, LocalDate on, String code, String words)
            throws IOException {
        Files.writeString(control, """
                <DTSControl><Version>1.0</Version><AddressType>DTS</AddressType><MessageType>%s</MessageType>
                <From_DTS>%s</From_DTS><To_DTS>MUSTER</To_DTS><Subject/><LocalId/><DTSId/><PartnerId/><Compress>N</Compress>
                <AllowChunking>Y</AllowChunking><Encrypted>N</Encrypted><WorkflowId>%s</WorkflowId><ProcessId/><DataChecksum/>
                <IsCompressed>N</IsCompressed><StatusRecord><DateTime>%s200000</DateTime><Event>TRANSFER</Event>
                <Status>%s</Status><StatusCode>%s</StatusCode><Description>%s</Description></StatusRecord></DTSControl>
                """.formatted(
                type, sender, workflow, FeedFile.basic(on), type.equals("Data") ? "SUCCESS" : "ERROR", code, words));
    }
}
