import * as v from 'valibot';
import { codeTargets, levels, lossNames, optimizerNames, presetNames, tabs, themes } from './choices.ts';

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const between = (least: number, most: number) => v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));
const seed = whole(0, 2 ** 31 - 1);
const columnName = v.pipe(v.string(), v.maxLength(200));
const columnNames = v.pipe(v.array(columnName), v.maxLength(2000));

const formulaSubjects = ['prediction', 'loss', 'gradient'] as const;
const formulaLineKinds = ['neurons', 'shared', 'every'] as const;

/** Where rows come from: a made set, a table of the user's own, or points that were clicked. */
const source = v.variant('kind', [
  v.strictObject({
    kind: v.literal('preset'),
    name: v.picklist(presetNames),
    count: whole(4, 5000),
    noise: between(0, 1),
  }),
  v.strictObject({
    kind: v.literal('table'),
    csv: v.pipe(v.string(), v.maxLength(2_000_000)),
    /** The column that is to be predicted; '' for the last. */
    target: columnName,
    /** Whether a number or a class is predicted; without it, as the column looks. */
    predict: v.optional(v.picklist(['number', 'class'])),
    /** The columns that are not used. */
    ignored: v.optional(columnNames),
    /** The columns of words of which each word is an input, 0 or 1. */
    encoded: v.optional(columnNames),
    /** What is done with rows that have gaps; without it, they are refused. */
    incomplete: v.optional(v.literal('leaveOut')),
  }),
  v.strictObject({
    kind: v.literal('points'),
    /** x, y and the class of each. */
    points: v.pipe(v.array(v.strictTuple([between(-1e6, 1e6), between(-1e6, 1e6), whole(0, 9)])), v.maxLength(5000)),
  }),
]);

/** Everything that a person can set in the Lab, and nothing else: the page, the address, saved files and tests read and write it. */
export const labState = v.strictObject({
  version: v.literal(1),
  data: v.strictObject({
    source,
    /** The share of the rows that is kept away from training. */
    test: between(0, 0.9),
    seed,
  }),
  model: v.strictObject({
    /** Such as `2 > linear 8 tanh > linear 1 sigmoid`. */
    network: v.pipe(v.string(), v.maxLength(2000)),
    seed,
  }),
  training: v.strictObject({
    loss: v.picklist(lossNames),
    optimizer: v.picklist(optimizerNames),
    rate: between(1e-9, 1e6),
    batch: whole(1, 5000),
    /** How much the mean square of the weights counts. */
    penalty: between(0, 1e3),
    shuffle: v.boolean(),
    seed,
    /** Steps a second while playing; 0 for as many as the machine makes. */
    pace: whole(0, 1_000_000),
  }),
  view: v.strictObject({
    tab: v.picklist(tabs),
    level: v.picklist(levels),
    theme: v.picklist(themes),
    /** Which training row the graph shows. */
    sample: whole(0, 1_000_000),
    /** The key of the node that is looked at. */
    selected: v.optional(v.pipe(v.string(), v.maxLength(100))),
    /** How much the curves are smoothed: the weight of what came before. */
    smoothing: v.optional(between(0, 0.999)),
    /** Whether the axis of the loss is logarithmic. */
    logarithmic: v.optional(v.boolean()),
    /** What is unfolded in the graph of scalar nodes: keys, or `*` for all; without it, what fits. */
    opened: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(2000))),
    /** The two features that the picture is drawn over. */
    axes: v.optional(v.strictTuple([whole(0, 999), whole(0, 999)])),
    /** What the formula is of, and how it is written. */
    formula: v.optional(
      v.strictObject({
        of: v.picklist(formulaSubjects),
        lines: v.picklist(formulaLineKinds),
        /** Significant digits; 17 for all. */
        digits: whole(1, 17),
        /** Parameters by name, not by value. */
        names: v.boolean(),
        /** Operations as what they are made of. */
        expanded: v.boolean(),
      }),
    ),
    /** Which language the network is exported to, and how. */
    code: v.optional(
      v.strictObject({
        target: v.picklist(codeTargets),
        /** What all names begin with. */
        name: v.pipe(v.string(), v.maxLength(60)),
        /** The table that a query reads. */
        table: v.pipe(v.string(), v.maxLength(60)),
        /** Numbers of 32 bits. */
        floats: v.boolean(),
        /** The functions of the machine for those of the library. */
        machine: v.boolean(),
        /** How many rows it checks itself with. */
        vectors: whole(0, 64),
        /** Significant digits of formulas; 17 for all. */
        digits: whole(1, 17),
        wrap: v.boolean(),
      }),
    ),
    /** The lesson that is open. */
    lesson: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  /** The values of the parameters in order of creation; without them, as the seed draws them. */
  weights: v.optional(v.pipe(v.array(v.number()), v.maxLength(200_000))),
});

export type LabState = v.InferOutput<typeof labState>;
export type Source = v.InferOutput<typeof source>;
export type PresetName = (typeof presetNames)[number];
export type LossName = (typeof lossNames)[number];
export type OptimizerName = (typeof optimizerNames)[number];
export type Tab = (typeof tabs)[number];
export type CodeTarget = (typeof codeTargets)[number];
export type Level = (typeof levels)[number];
export type View = LabState['view'];
