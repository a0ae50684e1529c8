/** A sentence for people, in both languages of the product, that says what to do. */
export interface Sentence {
  readonly en: string;
  readonly nl: string;
}

/** What can keep the embedded engines from starting. */
export type EmbeddedErrorCode =
  | 'data-folder-in-use'
  | 'data-folder-newer'
  | 'data-folder-not-writable'
  | 'data-folder-copied'
  | 'data-folder-damaged'
  | 'data-elsewhere'
  | 'port-in-use'
  | 'postgres-version'
  | 'postgres-binaries-missing'
  | 'postgres-not-started'
  | 'log-in-use'
  | 'log-not-started';

/**
 * An expected reason why an engine cannot start or run: a code for programs and a sentence for people. Nothing in the
 * data folder was changed when it is thrown, unless its sentence says otherwise.
 */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;
  readonly sentence: Sentence;

  constructor(code: EmbeddedErrorCode, sentence: Sentence, options?: ErrorOptions) {
    super(sentence.en, options);
    this.name = 'EmbeddedError';
    this.code = code;
    this.sentence = sentence;
  }
}

/** Another live run holds the data folder. */
export class DataFolderInUseError extends EmbeddedError {
  readonly pid: number;

  /** @param isElsewhere whether it runs in another container, where its number means something. */
  constructor(folder: string, pid: number, isElsewhere = false) {
    const there = isElsewhere ? { en: ' in another container', nl: ' in een andere container' } : { en: '', nl: '' };
    super('data-folder-in-use', {
      en: `The data folder ${folder} is in use by another run${there.en} (pid ${pid}). Stop that run first, or choose another data folder.`,
      nl: `De gegevensmap ${folder} is in gebruik door een ander proces${there.nl} (pid ${pid}). Stop dat eerst, of kies een andere gegevensmap.`,
    });
    this.pid = pid;
  }
}

/** The data folder was written by a later release with a format that this one does not know. */
export class DataFolderNewerError extends EmbeddedError {
  constructor(folder: string, release: string) {
    super('data-folder-newer', {
      en: `The data folder ${folder} was written by a newer release (${release}). Use that release or a later one, or choose another data folder; nothing was changed.`,
      nl: `De gegevensmap ${folder} is geschreven door een nieuwere versie (${release}). Gebruik die versie of een latere, of kies een andere gegevensmap; er is niets gewijzigd.`,
    });
  }
}

/** The data folder, or a folder that it needs, cannot be made or written. */
export class DataFolderNotWritableError extends EmbeddedError {
  constructor(folder: string, cause: unknown) {
    super(
      'data-folder-not-writable',
      {
        en: `The folder ${folder} cannot be written. Give this user the right to write there, or choose another data folder.`,
        nl: `In de map ${folder} kan niet worden geschreven. Geef deze gebruiker daar schrijfrecht, of kies een andere gegevensmap.`,
      },
      { cause },
    );
  }
}

/** A file of the data folder cannot be read as what it should be. */
export class DataFolderDamagedError extends EmbeddedError {
  constructor(file: string, cause?: unknown) {
    super(
      'data-folder-damaged',
      {
        en: `The file ${file} is damaged or not ours. Put it back from a backup, or choose another data folder; nothing was changed.`,
        nl: `Het bestand ${file} is beschadigd of niet van ons. Zet het terug uit een reservekopie, of kies een andere gegevensmap; er is niets gewijzigd.`,
      },
      { cause },
    );
  }
}

/** The data were put in another place by root, and whoever starts now is not root. */
export class DataElsewhereError extends EmbeddedError {
  constructor(folder: string, home: string) {
    super('data-elsewhere', {
      en: `The data of ${folder} are in ${home}, where root put them. Start as root; or move that folder to ${folder}/postgres, give it to this user and remove postgres-location.json. Nothing was changed.`,
      nl: `De gegevens van ${folder} staan in ${home}; root heeft ze daar gezet. Start als root; of breng die map over naar ${folder}/postgres, geef haar aan deze gebruiker en verwijder postgres-location.json. Er is niets gewijzigd.`,
    });
  }
}

/** Another program listens on the port. */
export class PortInUseError extends EmbeddedError {
  readonly port: number;

  constructor(port: number) {
    super('port-in-use', {
      en: `Port ${port} is in use by another program. Stop that program, or choose another port.`,
      nl: `Poort ${port} is in gebruik door een ander programma. Stop dat programma, of kies een andere poort.`,
    });
    this.port = port;
  }
}

/** The data are of another PostgreSQL major version than the binaries. */
export class PostgresVersionError extends EmbeddedError {
  constructor(found: string, expected: string) {
    super('postgres-version', {
      en: `The data were written by PostgreSQL ${found}, and this release brings PostgreSQL ${expected}. Use the release that wrote them to export the log, then copy it into a new data folder; nothing was changed.`,
      nl: `De gegevens zijn geschreven door PostgreSQL ${found}, en deze versie brengt PostgreSQL ${expected} mee. Exporteer het logboek met de versie die ze schreef en kopieer het naar een nieuwe gegevensmap; er is niets gewijzigd.`,
    });
  }
}
