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
        Files.writeString(control, """
                <DTSControl><Version>1.0</Version><AddressType>DTS</AddressType><MessageType>Data</MessageType>
                <From_DTS>%s</From_DTS><To_DTS>MUSTER</To_DTS><Subject/><LocalId/><DTSId/><PartnerId/><Compress>N</Compress>
                <AllowChunking>Y</AllowChunking><Encrypted>N</Encrypted><WorkflowId>%s</WorkflowId><ProcessId/><DataChecksum/>
                <IsCompressed>N</IsCompressed><StatusRecord><DateTime>%s200000</DateTime><Event>TRANSFER</Event>
                <Status>SUCCESS</Status><StatusCode>00</StatusCode><Description>Transferred</Description></StatusRecord></DTSControl>
                """.formatted(sender, workflow, FeedFile.basic(on)));
    }
}
