package muster.feed.nems;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Base;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.Property;
import org.hl7.fhir.dstu3.model.Resource;

/**
 * The same messages through HAPI's STU3 parser, which knows the standard element by element: bytes and bounds are those of
 * the program, the tree is what the library made of the text.
 */
final class FhirLibrary {

    private static final FhirContext CONTEXT = lenient();

    private FhirLibrary() {}

    private static FhirContext lenient() {
        LenientErrorHandler handler = new LenientErrorHandler(false);
        handler.setErrorOnInvalidValue(false);
        handler.setErrorOnInvalidExtension(false);
        FhirContext context = FhirContext.forDstu3();
        context.setParserErrorHandler(handler);
        return context;
    }

    /** The resources of the standard. */
    static Set<String> resourceTypes() {
        return CONTEXT.getResourceTypes();
    }

    static NemsResult parse(byte[] payload) {
        XmlGuard guard = new XmlGuard(Messages.LIMITS);
        XmlGuard.Decoded decoded = guard.decode(payload);
        String reason = decoded.reason() == null ? guard.read(decoded.text()).reason() : decoded.reason();
        if (reason != null) {
            return NemsResult.Refusal.of(reason);
        }
        Bundle bundle;
        try {
            IParser parser = CONTEXT.newXmlParser();
            parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
            bundle = parser.parseResource(Bundle.class, decoded.text());
        } catch (RuntimeException e) {
            return NemsResult.Refusal.of(Reason.XML_INVALID);
        }
        return NemsParser.judge(node("Bundle", bundle), NemsParser.sha256(payload), Messages.LIMITS);
    }

    private static Node node(String name, Base element) {
        String url = element instanceof Extension extension ? extension.getUrl() : null;
        Node node = new Node(name, element.isPrimitive() ? element.primitiveValue() : null, url);
        if (element instanceof Resource resource) {
            addOwn(node, resource);
        }
        for (Property property : element.children()) {
            for (Base child : property.getValues()) {
                node.add(child(property.getName(), child));
            }
        }
        return node;
    }

    private static Node child(String property, Base child) {
        if (child instanceof Resource) {
            Node place = new Node(property, null, null);
            place.add(node(child.fhirType(), child));
            return place;
        }
        String type = child.fhirType();
        return property.endsWith("[x]")
                ? node(property.replace("[x]", "") + Character.toUpperCase(type.charAt(0)) + type.substring(1), child)
                : node(property, child);
    }

    /**
     * What the library does not count among the children of a resource. It writes type and version into the id; what was
     * sent is its id part.
     */
    private static void addOwn(Node node, Resource resource) {
        if (resource.hasId()) {
            node.add(new Node("id", resource.getIdElement().getIdPart(), null));
        }
        if (resource.hasMeta()) {
            node.add(node("meta", resource.getMeta()));
        }
    }
}
