// Fictional export
const events: Event[] = {
  nhits: 1,
  records: [
    { recordid: 'r1', fields: { uid: 'u1', titre: "Sortie d'essai fictive", date_debut: "2020-11-05", geo_point_2d: [43.93, 2.14], }, },
  ],
};

export default events;
