package moisson.event;

/** What kind of body organises it. */
public enum OrganiserType implements Term {
    CENTRAL("administration-centrale", "administration centrale", "central government"),
    DECONCENTRATED("service-deconcentre", "service déconcentré", "local office of the State"),
    LOCAL_AUTHORITY("collectivite-territoriale", "collectivité territoriale", "local authority"),
    HEALTH(
            "etablissement-public-de-sante",
            "établissement public de santé ou médico-social",
            "public health or social care body"),
    OPERATOR("operateur-de-l-etat", "opérateur de l'État", "State operator"),
    EDUCATION(
            "enseignement-superieur-et-recherche",
            "enseignement supérieur et recherche",
            "higher education and research"),
    ASSOCIATION("association", "association", "non-profit"),
    COMPANY("entreprise", "entreprise", "company"),
    OTHER("autre", "autre", "other");

    private final String code;
    private final String french;
    private final String english;

    OrganiserType(String code, String french, String english) {
        this.code = code;
        this.french = french;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String french() {
        return french;
    }

    @Override
    public String english() {
        return english;
    }
}
