import type { LossName, OptimizerName } from '../state/labState.ts';
import { about, change, state } from '../store.ts';
import { NumberField } from './fields/NumberField.tsx';
import { RateField } from './fields/RateField.tsx';
import { SeedField } from './fields/SeedField.tsx';
import { SelectField } from './fields/SelectField.tsx';

const losses: Readonly<Record<Exclude<LossName, 'auto'>, string>> = {
  squaredError: 'squared error',
  absoluteError: 'absolute error',
  huber: 'Huber',
  crossEntropy: 'cross-entropy',
};

const optimizers: readonly { value: OptimizerName; text: string }[] = [
  { value: 'sgd', text: 'gradient descent' },
  { value: 'momentum', text: 'momentum' },
  { value: 'adam', text: 'Adam' },
  { value: 'rmsprop', text: 'RMSprop' },
  { value: 'adagrad', text: 'AdaGrad' },
  { value: 'lion', text: 'Lion' },
];

/** How the network is trained. */
export default function TrainingSection() {
  const { training } = state.value;
  const isNumber = about.value?.task === 'regression';
  const set = (parts: Partial<typeof training>): void => change({ training: { ...training, ...parts } });
  return (
    <section class="sources-section" aria-labelledby="training-heading">
      <h2 id="training-heading">Training</h2>
      <SelectField
        id="training-loss"
        label="Loss"
        value={training.loss}
        options={[
          { value: 'auto', text: `${isNumber ? losses.squaredError : losses.crossEntropy} (auto)` },
          ...Object.entries(losses).map(([value, text]) => ({
            value: value as LossName,
            text,
            isOut: isNumber && value === 'crossEntropy',
          })),
        ]}
        onChange={(loss) => set({ loss })}
      />
      <SelectField
        id="training-optimizer"
        label="Optimizer"
        value={training.optimizer}
        options={optimizers}
        onChange={(optimizer) => set({ optimizer })}
      />
      <RateField value={training.rate} onChange={(rate) => set({ rate })} />
      <NumberField
        id="training-batch"
        label="Batch"
        value={training.batch}
        limits={{ least: 1, most: 5000, step: 1 }}
        onChange={(batch) => set({ batch })}
      />
      <NumberField
        id="training-penalty"
        label="Penalty"
        value={training.penalty}
        limits={{ least: 0, most: 1000, step: 'any' }}
        onChange={(penalty) => set({ penalty })}
      />
      <label class="sources-check">
        <input
          type="checkbox"
          checked={training.shuffle}
          onChange={({ currentTarget }) => set({ shuffle: currentTarget.checked })}
        />
        Shuffle the rows in every epoch
      </label>
      <SeedField id="training-seed" of="the order of rows" value={training.seed} onChange={(seed) => set({ seed })} />
    </section>
  );
}
