import { addSpot, type Parameter, parametersWritten } from './node.ts';

/** Sets parameters to the values of a list: as writing each `value`, but where they are kept. */
export function parameterWriter(parameters: readonly Parameter[]): (values: Float64Array) => void {
  const lists: Float64Array[] = [];
  const places: number[] = [];
  for (let k = 0; k < parameters.length; k++) addSpot(parameters[k] as Parameter, lists, places);
  return (values) => {
    for (let k = 0; k < lists.length; k++) (lists[k] as Float64Array)[places[k] as number] = values[k] as number;
    parametersWritten();
  };
}
