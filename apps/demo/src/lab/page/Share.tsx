import { useSignal } from '@preact/signals';
import { longestAddress, toAddress } from '../state/address.ts';
import { milestone, snapshot } from '../store.ts';

/** Copies an address that opens the network as it is now. */
export function Share() {
  const address = useSignal('');
  const share = async (): Promise<void> => {
    const hash = await toAddress(await snapshot());
    if (hash.length > longestAddress) {
      milestone.value = 'This state is too large for an address. Save it as a file.';
      return;
    }
    history.replaceState(null, '', hash);
    address.value = location.href;
    await navigator.clipboard?.writeText(location.href).then(
      () => {
        milestone.value = 'The address is copied.';
      },
      () => {
        milestone.value = 'The address is in the address bar.';
      },
    );
  };
  return (
    <button type="button" onClick={share} data-address={address}>
      Share
    </button>
  );
}
