import { I18nProvider } from 'react-aria-components';
import { WriteDeskProvider } from '../features/write/write-desk-context';
import { Announcer } from '../ui/live-region';
import { Toasts } from '../ui/toast';
import { BackgroundProvider } from './background-context';
import type { Client } from './client';
import { ClientProvider } from './client-context';
import { CommandProvider } from './commands';
import { describeBug } from './describe-bug';
import { ErrorBoundary } from './error-boundary';
import { FlushProvider } from './flush';
import { Frame } from './frame';
import { ImportProvider } from './import-context';
import { LibraryProvider } from './library-context';
import { SaveStatusProvider } from './save-status';
import { SettingsProvider } from './settings-context';
import { SupportProvider } from './support';
import { WorkDeskProvider } from './work-desk-context';
import './app.css';

/** The whole page: what every screen can reach, and the frame. */
export function App({ client }: { client: Client }) {
  const report = (cause: unknown) => void client.call('app.reportError', describeBug(cause));
  return (
    <I18nProvider locale="en-GB">
      <ClientProvider client={client}>
        <ErrorBoundary onError={report}>
          <CommandProvider isMac={navigator.userAgent.includes('Mac OS X')}>
            <SettingsProvider>
              <FlushProvider>
                <SaveStatusProvider>
                  <Announcer>
                    <Toasts>
                      <LibraryProvider>
                        <BackgroundProvider>
                          <WorkDeskProvider>
                            <ImportProvider>
                              <WriteDeskProvider>
                                <SupportProvider>
                                  <Frame />
                                </SupportProvider>
                              </WriteDeskProvider>
                            </ImportProvider>
                          </WorkDeskProvider>
                        </BackgroundProvider>
                      </LibraryProvider>
                    </Toasts>
                  </Announcer>
                </SaveStatusProvider>
              </FlushProvider>
            </SettingsProvider>
          </CommandProvider>
        </ErrorBoundary>
      </ClientProvider>
    </I18nProvider>
  );
}
