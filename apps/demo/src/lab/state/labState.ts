import { codeTargets, levels, lossNames, optimizerNames, presetNames, tabs, themes } from './choices.ts';
import { between, flag, list, oneOf, optional, record, text, tuple, type Valid, variant, whole } from './schema.ts';

const seed = whole(0, 2 ** 31 - 1);
const columnName = text(200);
const columnNames = list(columnName, 2000);

const formulaSubjects = ['prediction', 'loss', 'gradient'] as const;
const formulaLineKinds = ['neurons', 'shared', 'every'] as const;

/** Where rows come from: a made set, a table of the user's own, or points that were clicked. */
const source = variant({
  preset: {
    name: oneOf(...presetNames),
    count: whole(4, 5000),
    noise: between(0, 1),
  },
  table: {
    csv: text(2_000_000),
    /** The column that is to be predicted; '' for the last. */
    target: columnName,
    /** Whether a number or a class is predicted; without it, as the column looks. */
    predict: optional(oneOf('number', 'class')),
    /** The columns that are not used. */
    ignored: optional(columnNames),
    /** The columns of words of which each word is an input, 0 or 1. */
    encoded: optional(columnNames),
    /** What is done with rows that have gaps; without it, they are refused. */
    incomplete: optional(oneOf('leaveOut')),
  },
  points: {
    /** x, y and the class of each. */
    points: list(tuple(between(-1e6, 1e6), between(-1e6, 1e6), whole(0, 9)), 5000),
  },
});

/** Everything that a person can set in the Lab, and nothing else: the page, the address, saved files and tests read and write it. */
export const labState = record({
  version: oneOf(1),
  data: record({
    source,
    /** The share of the rows that is kept away from training. */
    test: between(0, 0.9),
    seed,
  }),
  model: record({
    /** Such as `2 > linear 8 tanh > linear 1 sigmoid`. */
    network: text(2000),
    seed,
  }),
  training: record({
    loss: oneOf(...lossNames),
    optimizer: oneOf(...optimizerNames),
    rate: between(1e-9, 1e6),
    batch: whole(1, 5000),
    /** How much the mean square of the weights counts. */
    penalty: between(0, 1e3),
    shuffle: flag,
    seed,
    /** Steps a second while playing; 0 for as many as the machine makes. */
    pace: whole(0, 1_000_000),
  }),
  view: record({
    tab: oneOf(...tabs),
    level: oneOf(...levels),
    theme: oneOf(...themes),
    /** Which training row the graph shows. */
    sample: whole(0, 1_000_000),
    /** The key of the node that is looked at. */
    selected: optional(text(100)),
    /** How much the curves are smoothed: the weight of what came before. */
    smoothing: optional(between(0, 0.999)),
    /** Whether the axis of the loss is logarithmic. */
    logarithmic: optional(flag),
    /** What is unfolded in the graph of scalar nodes: keys, or `*` for all; without it, what fits. */
    opened: optional(list(text(100), 2000)),
    /** The two features that the picture is drawn over. */
    axes: optional(tuple(whole(0, 999), whole(0, 999))),
    /** What the formula is of, and how it is written. */
    formula: optional(
      record({
        of: oneOf(...formulaSubjects),
        lines: oneOf(...formulaLineKinds),
        /** Significant digits; 17 for all. */
        digits: whole(1, 17),
        /** Parameters by name, not by value. */
        names: flag,
        /** Operations as what they are made of. */
        expanded: flag,
      }),
    ),
    /** Which language the network is exported to, and how. */
    code: optional(
      record({
        target: oneOf(...codeTargets),
        /** What all names begin with. */
        name: text(60),
        /** The table that a query reads. */
        table: text(60),
        /** Numbers of 32 bits. */
        floats: flag,
        /** The functions of the machine for those of the library. */
        machine: flag,
        /** How many rows it checks itself with. */
        vectors: whole(0, 64),
        /** Significant digits of formulas; 17 for all. */
        digits: whole(1, 17),
        wrap: flag,
      }),
    ),
    /** The lesson that is open. */
    lesson: optional(text(100)),
  }),
  /** The values of the parameters in order of creation; without them, as the seed draws them. */
  weights: optional(list(between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY), 200_000)),
});

export type LabState = Valid<typeof labState>;
export type Source = Valid<typeof source>;
export type PresetName = (typeof presetNames)[number];
export type LossName = (typeof lossNames)[number];
export type OptimizerName = (typeof optimizerNames)[number];
export type Tab = (typeof tabs)[number];
export type CodeTarget = (typeof codeTargets)[number];
export type Level = (typeof levels)[number];
export type View = LabState['view'];
