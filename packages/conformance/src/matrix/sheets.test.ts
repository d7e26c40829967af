import { spreadsheet } from '../targets/spreadsheet.ts';
import { matrix } from './matrix.ts';

matrix([spreadsheet('spreadsheet', 'fods')]);
