package moisson.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The items that a page marks up with itemscope and itemprop, as trees of the shape that JSON-LD gives (HTML, 5). */
final class Microdata {
    private static final int NEAR = 200;
    private static final int LEVELS = 12;
    private static final Set<String> LINKS = Set.of("a", "area", "link");
    private static final Set<String> SOURCES = Set.of("audio", "embed", "iframe", "img", "source", "track", "video");

    // An element of jsoup equals itself alone.
    private final Map<Element, ObjectNode> items = new HashMap<>();
    private final Map<Element, Element> parents = new HashMap<>();
    private final Document page;

    private Microdata(Document page) {
        this.page = page;
    }

    /** Items that are not the value of another one's property, in the order of the page. */
    static List<JsonNode> in(Document page) {
        return new Microdata(page).read();
    }

    private List<JsonNode> read() {
        List<Element> scopes = page.select("[itemscope][itemtype*=schema.org/]");
        scopes.forEach(scope -> items.put(scope, item(scope)));
        for (Element property : page.select("[itemprop]")) {
            Element owner = scopeAbove(property);
            if (owner != null) {
                add(owner, property);
            }
        }
        scopes.forEach(this::addReferenced);
        List<JsonNode> tops = new ArrayList<>();
        scopes.stream().filter(scope -> !parents.containsKey(scope)).forEach(scope -> tops.add(items.get(scope)));
        return tops;
    }

    private static ObjectNode item(Element scope) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("@type", scope.attr("itemtype").strip().split("\\s+", -1)[0]);
        if (scope.hasAttr("itemid")) {
            item.put("@id", scope.attr("itemid").strip());
        }
        return item;
    }

    private @Nullable Element scopeAbove(Element property) {
        Element above = property.parent();
        for (int level = 0; above != null && level < NEAR; level++) {
            if (above.hasAttr("itemscope")) {
                return above;
            }
            above = above.parent();
        }
        return null;
    }

    /** Properties that stand elsewhere in the page: each named once, so that no item can hold itself. */
    private void addReferenced(Element scope) {
        List<String> ids =
                scope.hasAttr("itemref") ? List.of(scope.attr("itemref").strip().split("\\s+", -1)) : List.of();
        for (String id : ids.stream().limit(NEAR).toList()) {
            Element target = id.isEmpty() ? null : page.getElementById(id);
            if (target != null && target.hasAttr("itemprop") && scopeAbove(target) == null) {
                add(scope, target);
            }
        }
    }

    private void add(Element owner, Element property) {
        ObjectNode item = items.get(owner);
        ObjectNode inner = items.get(property);
        if (item == null || (inner != null && (parents.containsKey(property) || cannotHold(owner, property)))) {
            return;
        }
        if (inner != null) {
            parents.put(property, owner);
        }
        JsonNode value = inner != null ? inner : TextNode.valueOf(value(property));
        for (String name : property.attr("itemprop").strip().split("\\s+", -1)) {
            item.withArray("/" + name.replace("~", "~0").replace("/", "~1")).add(value);
        }
    }

    /** Whether the item is in that other one already, or too deep. */
    private boolean cannotHold(Element owner, Element property) {
        int level = 0;
        for (Element above = owner; above != null; above = parents.get(above)) {
            level++;
            if (above.equals(property) || level > LEVELS) {
                return true;
            }
        }
        return false;
    }

    private static String value(Element property) {
        String tag = property.normalName();
        if (property.hasAttr("content")) {
            return property.attr("content");
        }
        if (LINKS.contains(tag)) {
            return property.attr("abs:href").isEmpty() ? property.attr("href") : property.attr("abs:href");
        }
        if (SOURCES.contains(tag)) {
            return property.attr("src");
        }
        if (tag.equals("time") && property.hasAttr("datetime")) {
            return property.attr("datetime");
        }
        return tag.equals("data") || tag.equals("meter") ? property.attr("value") : property.text();
    }
}
