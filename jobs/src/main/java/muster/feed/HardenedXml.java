package muster.feed;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * The one way to an XML parser (SG-21): no DTD, no entity, nothing fetched from anywhere. Whoever reads XML bounds depth
 * and length besides, by what its format needs.
 */
public final class HardenedXml {

    private HardenedXml() {}

    /**
     * A factory of parsers that open nothing but what they are given. The library is named: whichever the platform looks up
     * depends on the thread, and two libraries would not refuse the same files.
     */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are not resolved");
        });
        // The readers' own bounds on field length give the reason; the library's would only say "not well-formed".
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
        return factory;
    }
}
