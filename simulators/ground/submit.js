// Sends the one form marked for it, so that nobody has to press "Continue"; the button stays for those without script.
document.querySelector('form[data-submit]')?.submit();
