package muster.feed.nems;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Bundle;

/** Reads STU3 bundles with one FHIR context for the process, since building it takes most of a second. */
final class FhirBundles {

    private FhirBundles() {}

    /** The bundle of a text that passed {@link XmlGuard}; empty where it is not a FHIR bundle after all. */
    static Optional<Bundle> read(String xml) {
        IParser parser = Context.SHARED.newXmlParser();
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        try {
            return Optional.of(parser.parseResource(Bundle.class, xml));
        } catch (RuntimeException e) {
            // Whatever the library trips over, its message may quote the content: only the fact goes on (SG-14).
            return Optional.empty();
        }
    }

    private static final class Context {

        static final FhirContext SHARED = create();

        private static FhirContext create() {
            // Not logging: the handler would write the doubtful values to the log.
            LenientErrorHandler handler = new LenientErrorHandler(false);
            handler.setErrorOnInvalidValue(false);
            handler.setErrorOnInvalidExtension(false);
            FhirContext context = FhirContext.forDstu3();
            context.setParserErrorHandler(handler);
            return context;
        }
    }
}
