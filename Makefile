# make site    set up what is missing, check everything, build both languages into site/
# make test    set up what is missing, a browser included, and run all tests
# make check   load and check the records only
# make permalinks    enter new addresses in data/permalinks.csv
# make release freeze the present version for good
# make serve   live preview on http://127.0.0.1:8000/
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: site test check serve release schemas permalinks clean

site: $(VENV)/.site-ready
	$(RUN) -m scripts site

test: $(VENV)/.test-ready
	sh tests/browser/install.sh
	$(RUN) -m pytest tests

check: $(VENV)/.site-ready
	$(RUN) -m scripts check

serve: $(VENV)/.site-ready
	$(RUN) -m scripts serve

release: $(VENV)/.site-ready
	$(RUN) -m scripts release

schemas: $(VENV)/.site-ready
	$(RUN) -m scripts fill-schemas

permalinks: $(VENV)/.site-ready
	$(RUN) -m scripts permalinks

clean:
	rm -rf site site.old .build

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site-ready: requirements.txt | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(VENV)/.test-ready: requirements-test.txt $(VENV)/.site-ready
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@
