### Accounts, signing in, and the letters that people get. Refusals are sentences that say what to do.

people-sign-in-first = Accedi per continuare.
people-forbidden = Il tuo ruolo non lo permette. Chiedi a un amministratore.
# $seconds: how long to wait.
people-too-many = { $seconds ->
    [one] Troppe richieste in poco tempo. Riprova tra un secondo.
   *[other] Troppe richieste in poco tempo. Riprova tra { $seconds } secondi.
}

## Signing in

people-sign-in-wrong = L’indirizzo o la password non sono giusti. Controllali e riprova.
people-code-wrong = Il codice non è giusto o è già stato usato. Aspetta il prossimo e riprova.
people-codes-on = I codici sono già attivi: disattivali prima, con la password.
people-passkey-wrong = La passkey non ha risposto come doveva. Riprova.
people-passkey-unknown = Questa passkey non apre nessun account. Accedi con la password.
people-passkey-late = È passato troppo tempo. Riprova.
people-passkey-taken = Questa passkey è già registrata.
people-passkeys-many = Hai già venti passkey: togline una prima di aggiungerne un’altra.
people-passkeys-unavailable = Le passkey funzionano solo dove il giornale ha un dominio e una connessione https.

## People and their particulars

people-email-missing = Scrivi l’indirizzo email.
people-email-wrong = Questo indirizzo email non sembra giusto: deve essere come nome@esempio.it, senza lettere accentate.
people-email-taken = C’è già un account con questo indirizzo.
people-name-missing = Scrivi il nome.
people-name-long = Il nome è troppo lungo: al massimo 80 caratteri.
people-role-wrong = Scegli uno dei ruoli dell’elenco.
people-lang-wrong = Scegli italiano o inglese.
people-last-admin = È l’unico amministratore: dai prima il ruolo a un’altra persona.
people-suspended = Questo account è sospeso: riammettilo prima.

## Passwords

people-password-missing = Scrivi la password.
people-password-short = La password è troppo corta: almeno 10 caratteri. Una frase va benissimo.
people-password-long = La password è troppo lunga: al massimo 1.000 caratteri.
people-password-wrong = La password non è giusta.
people-ticket-gone = Questo collegamento non vale più: è scaduto o è già stato usato. Chiedine uno nuovo.

## The paper's particulars, and the first visit

settings-name-missing = Scrivi il nome del giornale.
settings-address-wrong = Un indirizzo comincia con https:// e non ha spazi.
settings-text-long = Il testo è troppo lungo.
settings-section-wrong = Il nome di una sezione ha da 1 a 80 caratteri, senza barre.
settings-sections-many = Sono troppe sezioni per cominciare: al massimo 60.
settings-colour-wrong = Scegli uno dei colori dell’elenco.
settings-wizard-closed = Questo indirizzo non apre più la configurazione. Riavvia il programma e usa quello che scrive.

## Letters. $paper: the paper's name. $name: whoever gets the letter. $link: where to choose a password.

people-mail-welcome-subject = Il tuo account per { $paper }
people-mail-welcome-text =
    Ciao { $name },

    hai un account nella redazione di { $paper }. Scegli la tua password qui:

    { $link }

    Il collegamento vale sette giorni e si usa una volta sola. Se non te lo aspettavi, non devi fare nulla.
people-mail-reset-subject = Una nuova password per { $paper }
people-mail-reset-text =
    Ciao { $name },

    qualcuno, forse tu, ha chiesto una nuova password per la redazione di { $paper }. Sceglila qui:

    { $link }

    Il collegamento vale due ore e si usa una volta sola. Se non l’hai chiesta tu, non devi fare nulla: la tua password resta quella di prima.
