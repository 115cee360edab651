package muster.feed;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * The one way to an XML parser (SG-21): no DTD, no entity, nothing fetched from anywhere. Whoever reads XML bounds depth
 * and length besides, by what its format needs.
 */
public final class HardenedXml {

    private HardenedXml() {}

    /** A factory of parsers that open nothing but what they are given. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are not resolved");
        });
        // The readers' own bounds on field length give the reason; the library's would only say "not well-formed".
        if (factory.isPropertySupported("com.ctc.wstx.maxAttributeSize")) {
            factory.setProperty("com.ctc.wstx.maxAttributeSize", Integer.MAX_VALUE);
        }
        return factory;
    }
}
