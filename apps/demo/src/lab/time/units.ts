export const units = ['node', 'phase', 'sample', 'batch', 'epoch'] as const;
/** How far one goes at once. */
export type Unit = (typeof units)[number];
