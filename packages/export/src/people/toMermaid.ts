import type { Outputs } from '@chainrule/core';
import { type BoxKind, type DrawingOptions, drawingOf } from './drawing.ts';
import { type Group, groupsOf } from './groups.ts';

/**
 * A small network as a Mermaid flowchart, as Markdown pages show them: boxes as those of `toDot`.
 * @throws ExportError if there are more than 200 boxes or 450 arrows, which Mermaid refuses; InputError if the row lacks an input.
 * @example toMermaid({ celsius })
 */
export function toMermaid(outputs: Outputs, options: DrawingOptions = {}): string {
  const drawing = drawingOf(outputs, options, limits);
  let frames = 0;
  const body = ({ label, boxes, groups }: Group, indent: string): string[] => {
    const inner = label === undefined ? indent : `${indent}  `;
    const lines = [
      ...boxes.map((at) => {
        const { kind, label: text } = drawing.boxes[at] as (typeof drawing.boxes)[number];
        const [open, close] = shapes[kind];
        return `${inner}b${at}${open}${quoted(text)}${close}`;
      }),
      ...groups.flatMap((group) => body(group, inner)),
    ];
    if (label === undefined) return lines;
    return [`${indent}subgraph frame${frames++} [${quoted([label])}]`, ...lines, `${indent}end`];
  };
  return [
    'flowchart LR',
    ...body(groupsOf(drawing), '  '),
    ...drawing.arrows.map(({ from, to, label }) =>
      label === undefined ? `  b${from} --> b${to}` : `  b${from} -->|${quoted([label])}| b${to}`,
    ),
    '',
  ].join('\n');
}

const limits = {
  target: 'toMermaid',
  boxes: 200,
  arrows: 450,
  wayOut: 'Draw it with toDot, which takes 1,000 boxes, or draw some of the outputs.',
};

const shapes: Readonly<Record<BoxKind, readonly [string, string]>> = {
  input: ['([', '])'],
  parameter: ['(', ')'],
  constant: ['(', ')'],
  operation: ['[', ']'],
  block: ['[[', ']]'],
  output: ['([', '])'],
};

/** Lines as one label; signs that mean something to Mermaid, Markdown or HTML are written by their number. */
const quoted = (lines: readonly string[]): string =>
  `"${lines.map((line) => line.replaceAll(/[^\p{L}\p{N} .=×→∂]/gu, (sign) => `#${sign.codePointAt(0)};`)).join('<br/>')}"`;
