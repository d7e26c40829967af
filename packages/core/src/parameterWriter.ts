import { type Parameter, parametersWritten, spotOf } from './node.ts';

/** Sets parameters to the values of a list: as writing each `value`, but where they are kept. */
export function parameterWriter(parameters: readonly Parameter[]): (values: Float64Array) => void {
  const places = new Int32Array(parameters.length);
  const lists: Float64Array[] = [];
  for (let k = 0; k < places.length; k++) {
    const { numbers, at } = spotOf(parameters[k] as Parameter);
    places[k] = at;
    lists.push(numbers);
  }
  return (values) => {
    for (let k = 0; k < lists.length; k++) (lists[k] as Float64Array)[places[k] as number] = values[k] as number;
    parametersWritten();
  };
}
