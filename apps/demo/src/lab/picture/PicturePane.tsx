import { later } from '../page/later.tsx';
import { problem } from '../store.ts';
import { PlanePicture } from './PlanePicture.tsx';
import { shownPicture } from './shownPicture.ts';
import './picture.css';

const CurvePicture = later(() => import('./CurvePicture.tsx'));
const ImagesPicture = later(() => import('./ImagesPicture.tsx'));
const ScatterPicture = later(() => import('./ScatterPicture.tsx'));

/** What the network has learnt, over the data. */
export default function PicturePane() {
  const picture = shownPicture.value;
  if (picture === undefined)
    return <p class="faint">{problem.value ? 'There is no network to draw.' : 'The picture is being drawn …'}</p>;
  if (picture.kind === 'plane') return <PlanePicture grid={picture.grid} maps={picture.maps} />;
  if (picture.kind === 'curve') return <CurvePicture curve={picture.curve} maps={picture.maps} />;
  if (picture.kind === 'images') return <ImagesPicture mistakes={picture.mistakes} maps={picture.maps} />;
  return <ScatterPicture {...picture} />;
}
