/** A button of one of three weights; never smaller than 28 px, so that it can be hit. */
import type { ButtonHTMLAttributes, Ref } from 'react';

const LOOKS = {
  main: 'bg-accent text-accent-ink border-accent font-semibold hover:opacity-90',
  plain: 'bg-ground text-ink border-edge hover:bg-accent-soft',
  danger: 'bg-ground text-off border-off hover:bg-off-soft',
  quiet: 'bg-transparent text-accent border-transparent underline underline-offset-2 hover:bg-accent-soft',
};

export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: keyof typeof LOOKS;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-7 items-center justify-center gap-1.5 rounded border px-2.5 py-0.5 text-[0.8125rem] disabled:cursor-not-allowed disabled:opacity-60 ${LOOKS[look]} ${className}`}
      {...rest}
    />
  );
}
