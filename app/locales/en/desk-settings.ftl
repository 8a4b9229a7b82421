### The paper’s particulars, and the wizard.
