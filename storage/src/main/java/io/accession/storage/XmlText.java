package io.accession.storage;

import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element of the small XML documents that clouds answer with. Documents with a DTD are refused. */
record XmlText(String name, String text, boolean encoded, List<XmlText> children) {

    private static final int DEEPEST = 16;

    private static final XMLInputFactory FACTORY = factory();

    /** @throws ProtocolException when it is not such a document */
    static XmlText parse(InputStream in) throws ProtocolException {
        try {
            var reader = FACTORY.createXMLStreamReader(in);
            try {
                while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    if (reader.getEventType() == XMLStreamConstants.DTD) {
                        throw new ProtocolException("Its answer has a document type.");
                    }
                }
                return element(reader, 0);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new ProtocolException("Its answer is not XML."); // without the cause, which quotes it
        }
    }

    /** Empty when there is no such child. */
    String text(String child) {
        var found = find(child);
        return found == null ? "" : found.text();
    }

    @Nullable
    XmlText find(String child) {
        for (var each : children) {
            if (each.name().equals(child)) {
                return each;
            }
        }
        return null;
    }

    private static XmlText element(XMLStreamReader reader, int depth) throws XMLStreamException, ProtocolException {
        if (depth > DEEPEST) {
            throw new ProtocolException("Its answer is nested too deeply.");
        }
        var name = reader.getLocalName();
        boolean encoded = "true".equals(reader.getAttributeValue(null, "Encoded"));
        var children = new ArrayList<XmlText>();
        var text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                children.add(element(reader, depth + 1));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return new XmlText(name, text.toString(), encoded, List.copyOf(children));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
