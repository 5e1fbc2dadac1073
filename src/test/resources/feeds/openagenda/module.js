module.exports = [{uid: 5, title: {fr: "Atelier fictif"}, timings: [{begin: "2020-11-05T09:00:00+0100", end: "2020-11-05T10:00:00+0100"}]}];
