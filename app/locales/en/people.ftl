### Accounts, signing in, and the letters that people get. Refusals are sentences that say what to do.

people-sign-in-first = Sign in to go on.
people-forbidden = Your role does not allow this. Ask an administrator.
# $seconds: how long to wait.
people-too-many = { $seconds ->
    [one] Too many requests in a short time. Try again in one second.
   *[other] Too many requests in a short time. Try again in { $seconds } seconds.
}

## Signing in

people-sign-in-wrong = The address or the password is not right. Check both and try again.
people-code-wrong = The code is not right, or was used already. Wait for the next one and try again.
people-codes-on = Codes are on already: turn them off first, with your password.
people-passkey-wrong = The passkey did not answer as it should. Try again.
people-passkey-unknown = This passkey opens no account. Sign in with your password.
people-passkey-late = That took too long. Try again.
people-passkey-taken = This passkey is registered already.
people-passkeys-many = You have twenty passkeys already: remove one before you add another.
people-passkeys-unavailable = Passkeys only work where the paper has a domain and an https connection.

## People and their particulars

people-email-missing = Enter the email address.
people-email-wrong = This email address does not look right: it should be like name@example.com, without accents.
people-email-taken = There is an account with this address already.
people-name-missing = Enter the name.
people-name-long = The name is too long: 80 characters at most.
people-role-wrong = Choose one of the roles in the list.
people-lang-wrong = Choose Italian or English.
people-last-admin = This is the only administrator: give somebody else the role first.
people-suspended = This account is suspended: let them in again first.

## Passwords

people-password-missing = Enter the password.
people-password-short = The password is too short: 10 characters at least. A sentence will do nicely.
people-password-long = The password is too long: 1,000 characters at most.
people-password-wrong = The password is not right.
people-ticket-gone = This link is no longer good: it has expired or was used already. Ask for a new one.

## The paper's particulars, and the first visit

settings-name-missing = Enter the paper’s name.
settings-address-wrong = An address begins with https:// and has no spaces.
settings-text-long = The text is too long.
settings-section-wrong = A section’s name has 1 to 80 characters and no slash.
settings-sections-many = These are too many sections to begin with: 60 at most.
settings-colour-wrong = Choose one of the colours in the list.
settings-wizard-closed = This address no longer opens the set-up. Restart the program and use the one that it prints.

## Letters. $paper: the paper's name. $name: whoever gets the letter. $link: where to choose a password.

people-mail-welcome-subject = Your account at { $paper }
people-mail-welcome-text =
    Hello { $name },

    you have an account in the newsroom of { $paper }. Choose your password here:

    { $link }

    The link is good for seven days and works once. If you did not expect it, there is nothing you need to do.
people-mail-reset-subject = A new password for { $paper }
people-mail-reset-text =
    Hello { $name },

    somebody, perhaps you, asked for a new password for the newsroom of { $paper }. Choose it here:

    { $link }

    The link is good for two hours and works once. If it was not you, there is nothing you need to do: your password stays as it is.
