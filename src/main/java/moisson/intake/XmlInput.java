package moisson.intake;

import javax.xml.stream.XMLInputFactory;

/** How XML from outside is read: without document types, hence without entities of its own, and without fetching. */
public final class XmlInput {
    private XmlInput() {}

    /** The JDK's own parser, whatever else is on the class path: its bounds are known. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(Limits.DEPTH));
        factory.setProperty("jdk.xml.elementAttributeLimit", "200");
        // Without one, the parser writes some mistakes to the standard error.
        factory.setXMLReporter((message, type, related, location) -> {});
        // Since JDK 24 fifty thousand &lt; of one feed are taken for an attack. Without document types there is none.
        for (String limit :
                new String[] {"entityExpansionLimit", "totalEntitySizeLimit", "maxGeneralEntitySizeLimit"}) {
            factory.setProperty("jdk.xml." + limit, "0");
        }
        return factory;
    }
}
