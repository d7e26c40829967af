import type { Session } from '../run/session.ts';
import { mistakes } from './mistakes.ts';
import { neuronWeights } from './neuronWeights.ts';
import type { Picture } from './picture.ts';

/** The images that are misread, and what neurons look for. */
export const imagesOf = (session: Session): Picture => ({
  kind: 'images',
  mistakes: mistakes(session),
  maps: neuronWeights(session),
});
