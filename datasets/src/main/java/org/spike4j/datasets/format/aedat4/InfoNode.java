package org.spike4j.datasets.format.aedat4;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.spike4j.datasets.format.ContentException;

/**
 * The XML text of the IOHeader. Streams are nodes inside the node outInfo, named by their number, with an attribute
 * typeIdentifier and a node info that has source, sizeX and sizeY.
 */
final class InfoNode {
    private static final int STREAM_DEPTH = 2;

    private final Deque<String> nodes = new ArrayDeque<>();
    private final List<StreamInfo> streams = new ArrayList<>();
    private String type = "";
    private String source = "";
    private int width;
    private int height;

    private InfoNode() {}

    /** The streams in the order of the text. */
    static List<StreamInfo> streams(String xml) throws ContentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        InfoNode info = new InfoNode();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    info.start(reader);
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("node")) {
                    info.endNode();
                }
            }
        } catch (XMLStreamException e) {
            throw new ContentException("an XML text about the streams", firstLine(e.getMessage()));
        }
        return info.streams;
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        if (reader.getLocalName().equals("node")) {
            nodes.addLast(String.valueOf(reader.getAttributeValue(null, "name")));
        } else if (reader.getLocalName().equals("attr")) {
            String key = reader.getAttributeValue(null, "key");
            if (key != null && nodes.size() >= STREAM_DEPTH) {
                attribute(key, reader.getElementText());
            }
        }
    }

    private void attribute(String key, String value) {
        if (nodes.size() == STREAM_DEPTH && key.equals("typeIdentifier")) {
            type = value;
        } else if (nodes.size() == STREAM_DEPTH + 1 && nodes.getLast().equals("info")) {
            if (key.equals("sizeX")) {
                width = number(value, 0);
            } else if (key.equals("sizeY")) {
                height = number(value, 0);
            } else if (key.equals("source")) {
                source = value;
            }
        }
    }

    private void endNode() {
        String name = nodes.removeLast();
        int number = number(name, -1);
        if (nodes.size() == STREAM_DEPTH - 1 && nodes.getLast().equals("outInfo") && number >= 0) {
            streams.add(new StreamInfo(number, type, source, width, height));
        }
        if (nodes.size() == STREAM_DEPTH - 1) {
            type = "";
            source = "";
            width = 0;
            height = 0;
        }
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private static String firstLine(String message) {
        return message == null ? "none" : message.lines().findFirst().orElse("none");
    }
}
