package p

import "no/such/package" // ERROR "could not import no/such/package \(file not found\)"
import "./relative" // ERROR "could not import \./relative \(file not found\)"
import "/absolute" // ERROR "could not import /absolute \(import path cannot be absolute path\)"

var x = name.Value // ERROR "undefined: name"
