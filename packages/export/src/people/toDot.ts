import type { Outputs } from '@chainrule/core';
import { type BoxKind, type DrawingOptions, drawingOf } from './drawing.ts';
import { type Group, groupsOf } from './groups.ts';

/**
 * A network as a drawing for Graphviz: a box for each node, with its value and derivative if asked, in frames for the macros that
 * built them. A graph of more than 150 nodes is folded: layers, vectors and operations side by side become one box each.
 * @throws ExportError if there are more than 1,000 boxes or 5,000 arrows even so; InputError if the row lacks an input.
 * @example toDot(loss, { row: { x: 1, y: 2 }, gradientOf: loss })
 */
export function toDot(outputs: Outputs, options: DrawingOptions = {}): string {
  const drawing = drawingOf(outputs, options, limits);
  let frames = 0;
  const body = ({ label, boxes, groups }: Group, indent: string): string[] => {
    const inner = label === undefined ? indent : `${indent}  `;
    const lines = [
      ...boxes.map((at) => {
        const box = drawing.boxes[at] as (typeof drawing.boxes)[number];
        return `${inner}b${at} [label=${quoted(box.label)}${styles[box.kind]}];`;
      }),
      ...groups.flatMap((group) => body(group, inner)),
    ];
    if (label === undefined) return lines;
    return [`${indent}subgraph cluster_${frames++} {`, `${inner}label=${quoted([label])};`, ...lines, `${indent}}`];
  };
  return [
    'digraph network {',
    '  rankdir=LR;',
    '  node [shape=box, fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    '  graph [fontname="Helvetica", color=gray];',
    ...body(groupsOf(drawing), '  '),
    ...drawing.arrows.map(
      ({ from, to, label }) => `  b${from} -> b${to}${label === undefined ? '' : ` [label=${quoted([label])}]`};`,
    ),
    '}',
    '',
  ].join('\n');
}

const limits = {
  target: 'toDot',
  boxes: 1000,
  arrows: 5000,
  wayOut: 'Build parts of it with defineMacro, which are folded to one box each, or draw some of the outputs.',
};

const styles: Readonly<Record<BoxKind, string>> = {
  input: ', shape=ellipse',
  parameter: ', shape=ellipse, style=dashed',
  constant: ', shape=plain',
  operation: ', style=rounded',
  block: ', shape=box3d',
  output: ', shape=ellipse, peripheries=2',
};

/** Lines as one label; Graphviz reads backslashes and, as HTML does, entities. */
const quoted = (lines: readonly string[]): string =>
  `"${lines.map((line) => line.replaceAll('&', '&amp;').replaceAll(/["\\]/g, '\\$&')).join('\\n')}"`;
