package muster.feed.inbox;

import java.io.IOException;
import java.nio.file.Path;
import muster.feed.FileRefusedException;
import muster.feed.delimited.ReferenceRecognition;

/** Shows the reading of what stands beside a file, and of what it is, to the tests of hostile input. */
public final class ControlFiles {

    private ControlFiles() {}

    /** The reason code with which a control file is refused, or {@code READ}. */
    public static String reasonOf(Path file) throws IOException {
        try {
            MeshControl.read(file);
            return "READ";
        } catch (FileRefusedException e) {
            return e.reason().name();
        }
    }

    /** The same for the control file of our own layouts. */
    public static String reasonOfOwn(Path file) throws IOException {
        try {
            ControlFile.read(file);
            return "READ";
        } catch (FileRefusedException e) {
            return e.reason().name();
        }
    }

    /** The same for the recognition of a reference set. */
    public static String reasonOfReference(Path file) throws IOException {
        try {
            ReferenceRecognition.recognise(IntakeHome.DEFINITIONS, file);
            return "READ";
        } catch (FileRefusedException e) {
            return e.reason().name();
        }
    }
}
