import { spreadsheet } from '../targets/spreadsheet.ts';
import { matrix } from './matrix.ts';

matrix([
  spreadsheet('CSV of formulas', 'csv', ({ random }) =>
    random ? 'the formulas are those of the other sheet' : undefined,
  ),
]);
