package moisson.event;

/**
 * What a record can say, whatever the words of its source. Readers sort what they read under these names and leave
 * the values word for word; only the normalizer interprets them.
 */
public enum Field {
    TITLE,
    DESCRIPTION,
    SUMMARY,
    LANGUAGE,
    /** Conference, workshop, debate... in the source's words. */
    FORMAT,
    /** On site, online or both, in the source's words. */
    MODE,
    STATUS,
    /** First start: ISO 8601, or a date as people write it. */
    START,
    END,
    /** An hour given apart from the day. */
    START_TIME,
    END_TIME,
    /** One {@code start/end} pair of ISO 8601 instants per value; the end may be missing ({@code start/}). */
    SESSION,
    /** A free text that tells when ("Du 16/11 au 20/11 de 17h à 17h30"), used when nothing better is there. */
    WHEN,
    /** IANA zone of floating times. */
    ZONE,
    AVAILABLE_FROM,
    AVAILABLE_UNTIL,
    VENUE,
    ADDRESS,
    POSTCODE,
    COMMUNE,
    /** INSEE code of the commune. */
    INSEE,
    DEPARTMENT,
    REGION,
    COUNTRY,
    LATITUDE,
    LONGITUDE,
    /** "lat,lon" in one cell. */
    POSITION,
    ORGANISER,
    ORGANISER_TYPE,
    AUDIENCE,
    THEME,
    KEYWORD,
    FREE,
    PRICE,
    ACCESSIBILITY,
    URL,
    REGISTRATION,
    /** Year of the edition it was declared for. */
    EDITION,
    /** When the source last changed it. */
    UPDATED,
    /** Any value means: the source says this record is withdrawn. */
    REMOVED
}
