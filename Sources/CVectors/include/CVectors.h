// Everything of this module.

#ifndef CVECTORS_H
#define CVECTORS_H

#include "CDots.h"
#include "CLikeness.h"
#include "CSums.h"

#endif
