import { EyeOff } from 'lucide-react';
import { ToggleButton } from '../ui/toggle-button';
import { useCoWriter } from './use-co-writer';

export type KeepPrivateProps = { readonly isPrivate: boolean; readonly onChange: (isPrivate: boolean) => void };

/** Keeps an answer out of everything that is sent. While the co-writer is off only what is private already shows it. */
export function KeepPrivate({ isPrivate, onChange }: KeepPrivateProps) {
  const status = useCoWriter();
  if (status?.isOn !== true && !isPrivate) return null;
  return (
    <ToggleButton
      label="Keep this answer from the co-writer"
      icon={<EyeOff size={16} aria-hidden />}
      isSelected={isPrivate}
      onChange={onChange}
    />
  );
}
