### Signing in, one's own account, the people of the newsroom.

## Signing in

desk-sign-in-title = Accedi alla scrivania
desk-sign-in = Accedi
desk-email = Email
desk-password = Password
desk-new-password = Nuova password
desk-password-hint = Almeno 12 caratteri. Una frase che ricordi vale più di simboli strani.
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
desk-choose-password = Salva e accedi
# $name: whom the link is for.
desk-welcome-text = Ciao { $name }, benvenuto in redazione. Scegli una password e sei dentro.
# $name: whom the link is for.
desk-reset-text = Ciao { $name }, scegli un’altra password. Le tue altre sessioni finiscono qui.
