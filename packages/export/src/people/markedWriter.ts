import type { FormulaWriter, Node } from '@chainrule/core';
import type { MathPiece } from './mathWriter.ts';

/** The text of a piece, with a mark of the node that it stands for. */
export type Tag = (text: string, node: Node) => string;

/** The pieces of another writer, each marked with its node. */
export function markedWriter(writer: FormulaWriter<MathPiece>, tag: Tag): FormulaWriter<MathPiece> {
  const marked = (piece: MathPiece, node: Node): MathPiece => ({
    ...piece,
    text: tag(piece.text, node),
    ...(piece.unsigned === undefined ? {} : { unsigned: tag(piece.unsigned, node) }),
  });
  return {
    number: (text, node) => marked(writer.number(text, node), node),
    name: (text, node) => marked(writer.name(text, node), node),
    operation: (op, args, notation, node) => marked(writer.operation(op, args, notation, node), node),
  };
}
