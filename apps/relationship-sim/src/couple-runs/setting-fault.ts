import { UsageError } from '@entente/run-console';

/** A setting cannot be used as it is, or would change nothing. */
export class SettingFault extends UsageError {
  static override readonly errorName: string = 'relationship-sim/SettingFault';
  readonly setting: string;

  constructor(setting: string, message: string) {
    super(message);
    this.setting = setting;
  }
}
