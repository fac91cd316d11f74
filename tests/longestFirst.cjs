const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites of minutes: begun last, one of them would keep a single core busy while the others have nothing to do. */
const LONG = [
  'acceptance/onlineRetail',
  'reports/everyThreshold',
  'app/dossiers',
  'acceptance/dossierCycles',
];

module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const rank = ({ path }) => {
      const place = LONG.findIndex((name) => path.includes(name));
      return place < 0 ? LONG.length : place;
    };
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b));
  }
};
