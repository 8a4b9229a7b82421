### Signing in, one's own account, the people of the newsroom.

## Signing in

desk-sign-in-title = Sign in to the desk
desk-sign-in = Sign in
desk-email = Email
desk-password = Password
desk-new-password = New password
desk-password-hint = At least 12 characters. A sentence you remember is worth more than odd signs.
desk-code = Code
desk-code-hint = The six digits from your app, or a recovery code.
desk-forgot = Forgot your password?
desk-forgot-title = Forgotten password
desk-forgot-text = Type your address: we send you a link to choose another one. If the paper sends no mail, ask its administrator for the link.
desk-forgot-send = Send me the link
desk-forgot-sent = If that address has an account, the link is on its way. Look among your spam too.
desk-back-to-sign-in = Back to sign-in
desk-passkey-sign-in = Sign in with a passkey
desk-passkey-refused = The passkey was not used: the browser or the device stopped. Try again, or sign in with your password.
desk-choose-password-title = Choose a password
desk-choose-password = Save and sign in
# $name: whom the link is for.
desk-welcome-text = Hello { $name }, welcome to the newsroom. Choose a password and you are in.
# $name: whom the link is for.
desk-reset-text = Hello { $name }, choose another password. Your other sessions end with this.
