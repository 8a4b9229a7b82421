### Signing in, one's own account, the people of the newsroom.

## Signing in

desk-sign-in-title = Accedi alla scrivania
desk-sign-in = Accedi
desk-email = Email
desk-password = Password
desk-new-password = Nuova password
desk-password-hint = Almeno 10 caratteri. Una frase che ricordi vale più di simboli strani.
desk-code = Codice
desk-code-hint = Le sei cifre della tua app, oppure un codice di recupero.
desk-forgot = Password dimenticata?
desk-forgot-title = Password dimenticata
desk-forgot-text = Scrivi il tuo indirizzo: ti mandiamo un collegamento per sceglierne un’altra. Se il giornale non spedisce email, chiedi il collegamento a chi amministra.
desk-forgot-send = Mandami il collegamento
desk-forgot-sent = Se quell’indirizzo ha un profilo, il collegamento è in viaggio. Guarda anche nella posta indesiderata.
desk-back-to-sign-in = Torna all’accesso
desk-passkey-sign-in = Accedi con una passkey
desk-passkey-refused = La passkey non è stata usata: il browser o il dispositivo ha interrotto. Riprova, o accedi con la password.
desk-choose-password-title = Scegli la password
desk-password-chosen = La password è salvata. Accedi con la password e il codice.
desk-choose-password = Salva e accedi
# $name: whom the link is for.
desk-welcome-text = Ciao { $name }, benvenuto in redazione. Scegli una password e sei dentro.
# $name: whom the link is for.
desk-reset-text = Ciao { $name }, scegli un’altra password. Le tue altre sessioni finiscono qui.

## My account

desk-profile = Come ti vedono
desk-name = Nome
desk-lang = Lingua della scrivania
desk-own-byline = Come firmi
desk-own-byline-hint = Solo se non firmi con il tuo nome.
desk-old-password = Password attuale
desk-change-password = Cambia la password
desk-password-changed = Password cambiata. Le tue altre sessioni sono finite.
desk-totp = Codici da un’app
desk-totp-off = Oltre alla password, all’accesso ti chiediamo un codice che cambia ogni 30 secondi. Serve un’app come Aegis o il gestore di password del telefono.
desk-totp-begin = Attiva i codici
# $count: how many recovery codes are left.
desk-totp-on = { $count ->
    [one] I codici sono attivi. Ti resta un codice di recupero.
   *[other] I codici sono attivi. Ti restano { $count } codici di recupero.
}
desk-totp-scan = Inquadra il quadrato con l’app, oppure scrivi a mano questa chiave:
desk-totp-square = Quadrato da inquadrare con l’app
desk-totp-code = Il primo codice
desk-totp-confirm = Attiva
desk-totp-end = Disattiva i codici
desk-totp-ended = I codici sono disattivati
desk-totp-proof = Scrivi la password: così sappiamo che sei tu.
desk-recovery-title = Codici di recupero
desk-recovery-text = Se perdi il telefono, ognuno di questi codici vale per un accesso. Li vedi solo adesso: stampali o copiali in un posto sicuro.
desk-recovery-kept = Li ho messi al sicuro
desk-print = Stampa
desk-passkeys = Passkey
desk-passkeys-text = Accedi con l’impronta, il volto o il PIN del dispositivo, senza password.
desk-passkeys-none-here = Questo browser non gestisce le passkey.
desk-passkey-name = Nome della nuova passkey
desk-passkey-name-hint = Per riconoscerla: «Portatile», «Telefono».
desk-passkey-new = Crea una passkey
desk-passkey-kept = Passkey salvata
# $name: what its owner calls it.
desk-passkey-remove = Togli la passkey { $name }
desk-passkey-removed = Passkey tolta
# $when: "oggi alle 18:42".
desk-passkey-made = Creata { $when }.
# $when: "oggi alle 18:42".
desk-passkey-used = Usata { $when }.
desk-sessions = Dove hai fatto l’accesso
desk-sessions-text = Se non riconosci un dispositivo, chiudi la sua sessione e cambia la password.
# $address: the beginning of a network address. $created, $seen: "oggi alle 18:42".
desk-session-facts = { $address } · accesso { $created } · ultimo segno di vita { $seen }
desk-session-here = Questo browser
desk-session-end = Chiudi
# $agent: the browser.
desk-session-end-of = Chiudi la sessione di { $agent }
desk-session-ended = Sessione chiusa

## People

desk-invite = Invita
desk-invite-title = Invita qualcuno in redazione
desk-invite-send = Crea l’invito
desk-role = Ruolo
desk-role-contributor-hint = Scrive le proprie bozze e le manda in revisione.
desk-role-author-hint = Scrive e pubblica i propri articoli.
desk-role-moderator-hint = Decide sui commenti; legge gli articoli.
desk-role-editor-hint = Lavora sugli articoli di tutti e li pubblica.
desk-role-admin-hint = Fa tutto: persone e impostazioni comprese.
desk-ticket-title = Collegamento personale
desk-ticket-pass-on = Passa questo collegamento alla persona: serve a scegliere la password. Lo vedi solo adesso.
desk-ticket-mailed = L’abbiamo spedito per email. Se non arriva, passa tu questo collegamento.
# $when: "4 settembre 2023 alle 18:42".
desk-ticket-until = Vale fino a { $when }.
desk-you = tu
# $when: "oggi alle 18:42".
desk-suspended-since = Sospeso da { $when }
desk-invited = Invito in attesa
desk-has-second-factor = Secondo fattore attivo
# $when: "oggi alle 18:42".
desk-seen = Ultimo accesso { $when }
# $name: who. $role: one of desk-role-….
desk-role-set = { $name } ora ha il ruolo: { $role }
# $name: who.
desk-person-menu = Altro su { $name }
desk-reset-password = Collegamento per un’altra password
desk-invite-again = Nuovo collegamento d’invito
desk-end-second-factor = Togli codici e passkey
# $name: who.
desk-second-factor-ended = { $name } ora accede con la sola password
desk-suspend = Sospendi
desk-let-in-again = Riammetti
# $name: who.
desk-locked-out = { $name } non può più accedere
# $name: who.
desk-let-in = { $name } può di nuovo accedere
desk-people-alone-title = Per ora ci sei solo tu
desk-people-alone-text = Invita chi scrive con te: riceve un collegamento e sceglie la sua password.

## Log

desk-audit-text = Chi ha fatto che cosa, dal più recente. Nessuno può modificare questo registro.
desk-audit-when = Quando
desk-audit-who = Chi
desk-audit-what = Che cosa
desk-audit-detail = Particolari
desk-audit-more = Mostra i più vecchi
desk-audit-empty-title = Il registro è vuoto
desk-audit-empty-text = Qui compare ogni accesso, pubblicazione e modifica alle impostazioni.
# $id: the story's number.
desk-audit-story = Articolo { $id }

## What was done, by the word that the log keeps

audit-sign-in = Accesso
audit-sign-in-failed = Accesso non riuscito
audit-sign-out = Uscita
audit-reset-link = Collegamento per un’altra password
audit-found = Ha fondato il giornale
audit-password = Ha cambiato la password
audit-profile = Ha cambiato il profilo
audit-passkey-add = Nuova passkey
audit-passkey-remove = Passkey tolta
audit-second-factor-on = Secondo fattore attivato
audit-second-factor-off = Secondo fattore tolto
audit-invite = Invito
audit-user-add = Nuova persona
audit-role = Ruolo cambiato
audit-suspend = Sospensione
audit-readmit = Riammissione
audit-session-revoke = Sessione chiusa
audit-settings = Impostazioni
audit-section = Sezione
audit-begin = Nuovo articolo
audit-move = Stato cambiato
audit-schedule = Programmato
audit-unschedule = Tolto dal programma
audit-embargo = Embargo
audit-publish = Pubblicato
audit-publish-scheduled = Uscito all’ora programmata
audit-publish-missed = Uscito in ritardo
audit-publish-failed = Pubblicazione non riuscita
audit-withdraw = Ritirato
audit-delete = Nel cestino
audit-undelete = Ripreso dal cestino
audit-forget = Cancellato per sempre
audit-preview = Anteprima creata
audit-end-preview = Anteprima chiusa
audit-restore = Versione ripresa
# $number: the version's.
audit-version = Versione { $number }
audit-import = Importazione iniziata
audit-import-done = Importazione conclusa
# $created, $updated: articles. $comments, $pictures: new ones.
audit-imported = Articoli: { $created } nuovi, { $updated } aggiornati · commenti nuovi: { $comments } · foto nuove: { $pictures }
audit-picture = Foto caricata
audit-comment = Commento
audit-comment-held = In attesa
audit-comment-approved = Approvato
audit-comment-rejected = Rifiutato
audit-comment-spam = Spam
audit-comment-erased = Cancellato
audit-password-and-code = password e codice
